export { accountWords } from './account.words.ts';
export { SeatChoice } from './seat-choice.view.tsx';
export { SignInForms } from './sign-in-forms.view.tsx';
