"""Several linear maps as one product, and what training has changed in it given back to them."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed; only training needs it")

from training.merged import Together  # noqa: E402

SIZES = (2, 1, 3)


@pytest.fixture
def parts():
    """Linear maps of the same four numbers, with weights that no two of them share."""
    torch.manual_seed(7)
    return [torch.nn.Linear(4, size) for size in SIZES]


def test_the_one_product_gives_what_each_of_the_maps_gives(parts) -> None:
    states = torch.randn(5, 3, 4)
    given = Together(parts)(states)
    assert [g.shape[-1] for g in given] == list(SIZES)
    for part, one in zip(parts, given, strict=True):
        assert torch.allclose(part(states), one, atol=1e-6)


def test_what_the_product_has_learned_is_given_back_to_each_map(parts) -> None:
    together, states = Together(parts), torch.randn(5, 4)
    with torch.no_grad():
        for changed in together.product.parameters():
            changed += torch.arange(changed.numel(), dtype=torch.float32).view_as(changed)
    learned = together(states)
    assert not torch.allclose(parts[0](states), learned[0])
    together.give_back()
    for part, one in zip(parts, learned, strict=True):
        assert torch.allclose(part(states), one, atol=1e-5)


def test_giving_back_leaves_the_maps_their_own_weights(parts) -> None:
    before = [(id(part.weight), part.weight.requires_grad) for part in parts]
    together = Together(parts)
    together.give_back()
    assert [(id(part.weight), part.weight.requires_grad) for part in parts] == before
    with torch.no_grad():
        parts[0].weight.zero_()  # nor is a map a view of the product from then on
    assert bool(together.product.weight[: SIZES[0]].any())


def test_the_weights_of_the_maps_are_not_counted_twice(parts) -> None:
    names = [name for name, _ in Together(parts).named_parameters()]
    assert names == ["product.weight", "product.bias"]
