/** Operations whose costs are guessed and then measured, by title. */
export { costs } from 'virtual:challenges/costs';
