// The renderer of residents' pages as the Worker sees it; it is compiled in the web project (web/fill/render.tsx),
// because Preact's own types bring in the DOM.
import type { PageModel } from '../../schema/api/page.ts';

/** A whole HTML document. */
export function render(model: PageModel): string;
