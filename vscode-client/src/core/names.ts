/** A folder's name for what is designed: `URL Shortener (v2)` becomes `url-shortener-v2`. */
export function folderName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return words.replace(/^-+|-+$/g, '') || 'design';
}
