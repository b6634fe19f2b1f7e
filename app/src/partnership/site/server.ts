export { addSite } from './add-site.ts';
