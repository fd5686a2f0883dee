// The board's words.
import board from '../../locales/vi/board.ftl?raw';
import { speaker } from '../shared/words';

export const say = speaker('vi', [board]);
