// Which period the next run is for, from how people wrote that of this one: `11 月`, `2026年12月`, `四季度`, `Nov`.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const quarters = ['一', '二', '三', '四'];
const yearOn = (text: string) => text.replace(/\d{4}/, (year) => String(Number(year) + 1));

/** undefined where it names no month and no quarter */
export function nextPeriod(period: string): string | undefined {
  const month = /(\d{1,2})(\s*月)/.exec(period);
  if (month) {
    const n = Number(month[1]);
    if (n < 1 || n > 12) return undefined;
    return (n === 12 ? yearOn(period) : period).replace(month[0], `${(n % 12) + 1}${month[2]}`);
  }
  for (const names of [quarters.map((one) => `${one}季度`), months]) {
    const at = names.findIndex((name) => period.includes(name));
    const next = names[(at + 1) % names.length];
    if (at >= 0 && next)
      return (at === names.length - 1 ? yearOn(period) : period).replace(names[at] ?? '', next);
  }
  return undefined;
}
