/** A parsed document. Text and attributes are changed in place: a large document is not copied. */
export type XmlNode = XmlElement | XmlText;

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  attributes: [name: string, value: string][];
  children: XmlNode[];
  /** Written `<br/>`, not `<b></b>`: readers of HTML tell them apart. */
  readonly selfClosing: boolean;
}

export interface XmlText {
  readonly kind: 'text';
  text: string;
}

/** `given` of `sdtc:given`. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : textOf(child))).join('');
}
