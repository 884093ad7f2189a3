/** A new element within another one. */
export function add<Name extends 'a' | 'slot' | 'span'>(
  parent: Node,
  name: Name,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return parent.appendChild(element);
}
