export { type PeopleContext, type Person, tagPeople } from '../people.js';
