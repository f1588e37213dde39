'use strict';

const list = document.getElementById('leads');
const state = document.getElementById('state');
let visitor;
let shown = '';

/** Somebody new: nothing connects him with whoever was here before. */
function becomeSomebodyElse() {
  const digits = crypto.getRandomValues(new Uint32Array(1))[0] % 90000000 + 10000000;
  visitor = {id: 5000000000 + digits, name: 'Visitor ' + digits % 1000};
  for (const form of document.querySelectorAll('form')) {
    form.reset();
    form.querySelector('.said').replaceChildren();
  }
  field('telegram', 'username').value = 'visitor_' + digits;
  field('whatsapp', 'number').value = '+49 151 ' + digits;
  field('form', 'name').value = visitor.name;
  field('form', 'typedPhone').value = '0151 ' + digits;
}

function field(phone, name) {
  return document.querySelector(`form[data-phone="${phone}"] [name="${name}"]`);
}

async function write(form, phone, said) {
  const message = {
    phone,
    id: visitor.id,
    name: field('form', 'name').value,
    username: field('telegram', 'username').value.replace(/^@/, ''),
    number: field('whatsapp', 'number').value.replace(/\D/g, ''),
    typedPhone: field('form', 'typedPhone').value,
    email: field('form', 'email').value,
    text: said
  };
  const bubble = element('li', '', phone === 'telegram-contact' ? 'shared: ' + message.number : said);
  form.querySelector('.said').append(bubble);
  bubble.scrollIntoView({block: 'nearest'});
  try {
    const answer = await fetch('/demo/messages', {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(message)});
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      refuse(bubble, problem.errors?.map(e => e.field + ' ' + e.message).join(', ') || problem.detail || answer.status);
    }
  } catch {
    refuse(bubble, 'Leadbraid does not answer');
  }
}

function refuse(bubble, why) {
  bubble.className = 'refused';
  bubble.append(' (not sent: ' + why + ')');
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function isMine(lead) {
  const ids = [String(visitor.id), field('whatsapp', 'number').value.replace(/\D/g, '')];
  return lead.sources.some(s => ids.includes(s.externalUserId) || s.phone === '+' + ids[1]);
}

function card(lead) {
  const item = element('li', isMine(lead) ? 'mine' : '', '');
  item.append(element('span', 'who', lead.name || 'Nobody known'));
  item.append(element('span', 'known', [...lead.phones, ...lead.emails, ...lead.nicknames].join(' · ') || 'nothing known'));
  for (const source of lead.sources) {
    item.append(element('span', 'channel', source.channel));
  }
  item.append(element('span', 'last', lead.lastMessage?.text ?? ''));
  return item;
}

async function look() {
  try {
    const answer = await fetch('/demo/leads');
    if (!answer.ok) {
      throw new Error();
    }
    const text = await answer.text();
    const mine = JSON.stringify([visitor.id, field('whatsapp', 'number').value]);
    if (text + mine !== shown) {
      shown = text + mine;
      list.replaceChildren(...JSON.parse(text).map(card));
    }
    state.textContent = 'live';
  } catch {
    state.textContent = 'Leadbraid does not answer';
  }
  setTimeout(look, 1000);
}

for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    const input = form.elements.text;
    const said = input.value.trim() || input.placeholder;
    input.value = '';
    write(form, form.dataset.phone, said);
  });
}
document.querySelector('[data-share]').addEventListener('click', event =>
  write(event.target.form, 'telegram-contact', ''));
document.getElementById('stranger').addEventListener('click', becomeSomebodyElse);
becomeSomebodyElse();
look();
