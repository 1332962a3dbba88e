import { afterAll } from 'vitest';
import { tidy } from './afterwards.ts';

afterAll(tidy);
