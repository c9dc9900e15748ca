-- Drives the built server with Neovim's own language client (0.7 or newer), and writes what it saw as JSON.
local env = vim.env
local seen = {}

local function wait(what, ready)
  if not vim.wait(60000, ready, 20) then
    seen.timeout = what
  end
end

local function run()
  vim.cmd('edit ' .. env.CHAPERONE_FOLDER .. '/jenna-reply.md')
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'chaperone',
    cmd = { env.CHAPERONE_NODE, env.CHAPERONE_SERVER, '--stdio' },
    root_dir = env.CHAPERONE_FOLDER,
  })
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)

  local function of_visit()
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if one.code == 'reply-thanks-for-visit' then
        return one
      end
    end
  end
  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000) or {}
    return (answers[id] or {}).result
  end

  wait('diagnostics', function() return of_visit() ~= nil end)
  local finding = of_visit()
  if not finding then
    return
  end
  seen.source = finding.source
  seen.underlined = vim.api.nvim_buf_get_text(buffer, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})[1]

  local document = vim.lsp.util.make_text_document_params(buffer)
  local lsp = finding.user_data.lsp
  local start = { line = finding.lnum, character = vim.lsp.util._str_utfindex_enc(vim.api.nvim_buf_get_lines(buffer, finding.lnum, finding.lnum + 1, true)[1], finding.col, client.offset_encoding) }
  local hover = ask('textDocument/hover', { textDocument = document, position = start })
  seen.hover = hover and hover.contents.value

  local range = { start = start, ['end'] = start }
  local actions = ask('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {}, only = { 'quickfix' } } })
  for _, action in ipairs(actions or {}) do
    if action.isPreferred then
      local edit = action.edit or ask('codeAction/resolve', action).edit
      vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
      break
    end
  end
  wait('the fix', function() return of_visit() == nil end)
  seen.code = lsp and lsp.code
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local ok, fault = pcall(run)
if not ok then
  seen.timeout = tostring(fault)
end
local file = assert(io.open(env.CHAPERONE_OUT, 'w'))
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qall!')
