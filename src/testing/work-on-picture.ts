import { createPictureWorker } from '../adapters/pictures/work-in-child.ts';
import { photoChild } from '../commands/places.ts';

/** As the worker does it: in a process of its own. */
export const workOnPicture = createPictureWorker(photoChild);
