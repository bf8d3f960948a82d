import { markup, Markup, type Part } from './markup';

export interface TableShape {
  /** Class that sets the widths of its columns. */
  readonly kind: string;
  readonly caption: Part;
  /** True for a caption that only repeats the heading above it: for those who jump from table to table. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column[];
}

export type Column = string | Markup | { readonly figures: string };

/** A table whose caption and heads a screen reader announces and a printer repeats. */
export function table(shape: TableShape, rows: readonly Markup[]): Markup {
  return tableOfBodies(shape, [rows]);
}

/** As {@link table}, its rows in groups that a rule sets apart. */
export function tableOfBodies(shape: TableShape, bodies: readonly (readonly Markup[])[]): Markup {
  const heads = shape.columns.map((column) =>
    typeof column === 'string' || column instanceof Markup
      ? markup`<th scope="col">${column}</th>`
      : markup`<th scope="col" class="num">${column.figures}</th>`,
  );
  const captionClass = shape.captionHidden === true ? markup` class="h"` : undefined;
  return markup`<table class="${shape.kind}"><caption${captionClass}>${shape.caption}</caption>
<thead><tr>${heads}</tr></thead>
${bodies.map((rows) => markup`<tbody>${rows}</tbody>\n`)}</table>
`;
}
