import { mount } from 'svelte';
import '../shared/tokens.css';
import './citizen.css';
import { steadyPresses } from '../shared/press';
import App from './App.svelte';

steadyPresses(document);
const target = document.getElementById('app');
if (target) mount(App, { target });
