// The staff's pages: one application under /staff/. Rooms load when they are entered.
import { render } from 'preact';
import { language, speak } from '../ui/words/language.ts';
import { App } from './app.tsx';
import './staff.css';

speak(language());
const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'));
root.id = 'app';
render(<App />, root);
