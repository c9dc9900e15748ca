const common = new Set('mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori jane tina rhonda yvonne tamara gwen mariah erica jenna kofi tamar james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene owen'.split(' '));

/** True for a common given name, lower case. */
export function isGivenName(word: string): boolean {
  return common.has(word);
}

/** True for a common surname, lower case. */
export function isSurname(word: string): boolean {
  return /^(?:doe|smith|johnson|tran|nguyen|alvarez|keller|briggs|stone|garcia|martinez|lee|kim|brown|jones|davis|miller|wilson|moore|taylor|achebe)$/.test(word);
}
