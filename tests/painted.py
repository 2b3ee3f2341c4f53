"""Images that tests draw themselves: the same bytes each time, as heavy as a photo or a screenshot of that size."""

import io
import random

from PIL import Image, ImageDraw, ImageFilter


def photo(width, height, **options):
    """A soft JPEG with some grain, as cameras make them."""
    luck = random.Random(7)
    small = Image.frombytes("RGB", (48, 32), bytes(luck.randrange(256) for _ in range(48 * 32 * 3)))
    image = small.resize((width, height), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2))
    grain = Image.frombytes("L", (width, height), luck.randbytes(width * height)).convert("RGB")
    return saved(Image.blend(image, grain, 0.06), "JPEG", quality=92, **options)


def screenshot(width, height):
    """A PNG of flat colours and text, with a see-through corner."""
    image = Image.new("RGBA", (width, height), "white")
    pen = ImageDraw.Draw(image)
    for number in range(0, height, 20):
        pen.text((20, number), f"Can cuoc cong dan {number} " * 5, fill="black")
    pen.rectangle((0, 0, 40, 40), fill=(0, 0, 0, 0))
    return saved(image, "PNG")


def saved(image, kind, **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
