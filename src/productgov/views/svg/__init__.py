"""Pictures as SVG: texts whose widths are known, axes, and a canvas that escapes what it draws."""
