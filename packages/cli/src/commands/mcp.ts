import { join } from 'node:path';
import { channels, explain, rules, strictnesses } from '@chaperone/core';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { inspectText, todayHere } from '../check-file.js';
import { exitCodes } from '../exit.js';
import { reported, ruleOf } from '../findings.js';
import { languageIds } from '../kinds.js';
import { createProfiles, describeProblem, type LoadedProfile } from '../profiles.js';
import { contractVersion, type ReportedFinding } from '../report.js';
import { safeReplies } from '../safe-replies.js';
import { version } from '../version.js';
import { channelWords, count } from '../words.js';

export interface McpCall {
  readonly cwd: string;
  readonly profile?: string;
}

/** `chaperone mcp`: the check as tools for writing agents, on standard input and output. Ends when the client does. */
export async function mcpCommand(call: McpCall): Promise<number> {
  const server = createMcpServer(
    () => createProfiles(call.profile, call.cwd).forFolder(call.cwd),
    call.cwd,
  );
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(transport);
  await closed;
  await server.close();
  return exitCodes.clean;
}

const channelChoice = z
  .enum(channels)
  .optional()
  .describe('Where the copy will appear. Left out, it is inferred from the copy.');

/** The server with its three tools. The profile is read for each call, so that a change of it holds at once. */
function createMcpServer(load: () => LoadedProfile, cwd: string): McpServer {
  const server = new McpServer({ name: 'chaperone', version });
  server.registerTool(
    'check_copy',
    {
      title: 'Check marketing copy of a medical practice',
      description:
        'Finds passages of marketing copy (review replies, posts, mail, web pages) that tell readers who is a patient, with what a reader would learn, the law behind it and rewrites that are safe. Check every draft before a person sees it. The text stays on this machine.',
      inputSchema: {
        text: z.string().describe('The copy.'),
        channel: channelChoice,
        language: z
          .enum(languageIds() as [string, ...string[]])
          .optional()
          .describe('What the text is written in. Default: plaintext.'),
        level: z
          .enum(strictnesses)
          .optional()
          .describe('How much to report. Default: the practice’s own choice.'),
        review: z
          .string()
          .optional()
          .describe('The review that the copy answers, if it answers one.'),
      },
      outputSchema: {
        version: z.number(),
        channel: z.enum(channels),
        findings: z.array(
          z.looseObject({
            rule: z.string(),
            severity: z.string(),
            message: z.string(),
            text: z.string(),
          }),
        ),
      },
      annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true },
    },
    ({ text, channel, language, level, review }) => {
      const { profile, problems } = load();
      const inspection = inspectText(text, join(cwd, 'draft'), profile, todayHere(), {
        languageId: language ?? 'plaintext',
        ...(channel === undefined ? {} : { channel }),
        ...(level === undefined ? {} : { strictness: level }),
        ...(review === undefined ? {} : { context: review }),
      });
      const findings = reported(inspection.findings, { text, bom: false }, profile);
      const structuredContent = {
        version: contractVersion,
        channel: inspection.channel.channel,
        findings,
      };
      return {
        content: [
          { type: 'text', text: inWords(findings, structuredContent.channel) },
          ...problems.map((problem) => ({
            type: 'text' as const,
            text: `The practice’s profile needs attention. ${describeProblem(problem)}`,
          })),
        ],
        structuredContent: { ...structuredContent },
      };
    },
  );
  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description:
        'What a rule objects to, why, the law behind it, and examples of risky and safe copy.',
      inputSchema: {
        rule: z
          .string()
          .describe(`The rule's id, such as ${rules[0]?.id ?? 'reply-thanks-for-visit'}.`),
      },
      annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true },
    },
    ({ rule: id }) => {
      const rule = ruleOf(id, load().profile);
      if (rule) return { content: [{ type: 'text', text: explain(rule) }] };
      const known = `No rule is named "${id}". The rules are: ${rules.map((each) => each.id).join(', ')}.`;
      return { content: [{ type: 'text', text: known }], isError: true };
    },
  );
  server.registerTool(
    'safe_reply',
    {
      title: 'Suggest safe replies to a review',
      description:
        'Whole replies to an online review that confirm nothing about anyone. Use one as it is, or as the start of a draft; check the draft with check_copy.',
      inputSchema: {
        review: z.string().describe('The review to answer.'),
        critical: z
          .boolean()
          .optional()
          .describe('True when the review complains. Default: false.'),
      },
      annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true },
    },
    ({ review, critical }) => {
      const replies = safeReplies(review, critical ?? false, load().profile, todayHere());
      return {
        content: replies.map(({ title, text }) => ({
          type: 'text' as const,
          text: `${title}:\n${text}`,
        })),
      };
    },
  );
  return server;
}

function inWords(findings: readonly ReportedFinding[], channel: (typeof channels)[number]): string {
  if (findings.length === 0) return `Nothing found in this ${channelWords[channel]}.`;
  const lines = findings.map(({ severity, text, message, rule, fixes }) => {
    const fix = fixes.find((each) => each.preferred) ?? fixes[0];
    const words = fix?.edits.map((edit) => edit.text).find((each) => each.trim() !== '');
    const wayOut = fix
      ? `\n  Way out: ${fix.title}${words === undefined ? '' : `: ${words.trim()}`}`
      : '';
    return `- ${severity}: “${text}”\n  ${message} (${rule})${wayOut}`;
  });
  return `${count(findings.length, 'finding')} in this ${channelWords[channel]}:\n${lines.join('\n')}`;
}
