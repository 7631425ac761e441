// A photo made smaller, and without what the camera wrote into it: drawn anew, it holds pixels only.

/** Pixels of the longer side. */
const side = 2000;
const quality = 0.82;

/** undefined when the browser cannot read the picture. */
export async function smaller(file: Blob): Promise<Blob | undefined> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    // A picture with transparent parts would get black ones.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality),
    );
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
