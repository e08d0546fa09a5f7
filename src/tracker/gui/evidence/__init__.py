"""佐证材料: thumbnails, previews, and the page of all evidence."""
