/** Header menus close on Escape and on a click elsewhere, as people expect of a menu. */
export function closeMenus(root: Document): void {
  const open = () => root.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');
  root.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
