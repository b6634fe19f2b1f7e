export { foundPartnership, setupLinkIsOpen, setupTokenHash } from './found-partnership.ts';
