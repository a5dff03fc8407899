-- Drives Neovim through the shipped configuration. HLD_DOC is the file, HLD_COMMAND the server.
local function check(value, what) if not value then error(what) end return value end
local ok, err = pcall(function()
  vim.g.hld_command = vim.split(vim.env.HLD_COMMAND, ' ')
  vim.cmd('luafile ' .. vim.env.HLD_CONFIG)
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.env.HLD_DOC)
  local buf = vim.api.nvim_get_current_buf()
  local client
  check(vim.wait(20000, function()
    client = vim.tbl_values(vim.lsp.buf_get_clients(buf))[1]
    return client and client.initialized
  end, 20), 'not initialized')
  check(vim.wait(20000, function() return #vim.diagnostic.get(buf) > 0 end, 20), 'no diagnostics')
  local function req(method, params)
    local r = vim.lsp.buf_request_sync(buf, method, params, 10000)
    check(r and r[client.id] and not r[client.id].err, method .. ' failed: ' .. vim.inspect(r))
    return r[client.id].result
  end
  vim.api.nvim_win_set_cursor(0, { 3, 4 })
  local hover = req('textDocument/hover', vim.lsp.util.make_position_params())
  check(hover.contents.value:match('Caching'), 'hover: ' .. vim.inspect(hover))
  print('HOVER ok')
  local last = vim.api.nvim_buf_line_count(buf)
  vim.api.nvim_buf_set_lines(buf, last, last, false, { '', '### Evi' })
  vim.api.nvim_win_set_cursor(0, { last + 2, 6 })
  local p = vim.lsp.util.make_position_params()
  p.position.character = 7
  local items = req('textDocument/completion', p).items
  local chosen
  for _, item in ipairs(items) do if item.label == 'Eviction Policy' then chosen = item end end
  check(chosen, 'no completion')
  vim.lsp.util.apply_text_edits({ chosen.textEdit }, buf, client.offset_encoding or 'utf-16')
  check(table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n'):match('allkeys%-lru'), 'not inserted')
  print('COMPLETION ok')
  local before = vim.api.nvim_buf_line_count(buf)
  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  vim.ui.select = function(list, _, cb) cb(list[1], 1) end
  vim.lsp.buf.code_action()
  check(vim.wait(20000, function() return vim.api.nvim_buf_line_count(buf) > before end, 20), 'code action not applied')
  print('CODEACTION ok')
  vim.lsp.stop_client(client.id)
  check(vim.wait(10000, function() return vim.lsp.client_is_stopped(client.id) end, 20), 'not stopped')
  print('PASS nvim')
end)
if not ok then io.stderr:write('FAIL ' .. tostring(err) .. '\n') vim.cmd('cquit 1') else vim.cmd('qall!') end
