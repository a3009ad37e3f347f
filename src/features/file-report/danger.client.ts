// Puts 112 under the words as soon as they mean danger: whoever needs it does not get as far as sending.
import { speaksOfDanger } from '../../domain/danger.ts';

const story = document.querySelector<HTMLTextAreaElement>('form[action="/lapor"] textarea[name=description]');
const notice = document.querySelector<HTMLElement>('[data-danger]');

const look = (): void => {
  if (notice !== null && story !== null) notice.hidden = !speaksOfDanger(story.value);
};

story?.addEventListener('input', look);
look();
