import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import 'slack-blocks-to-jsx/dist/style.css';
import './css/page.css';

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
