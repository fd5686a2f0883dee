import { mount } from 'svelte';
import '../shared/tokens.css';
import { steadyPresses } from '../shared/press';
import App from './App.svelte';

const target = document.getElementById('app');
steadyPresses(document);
if (target) mount(App, { target });
