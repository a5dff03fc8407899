-- Neovim. Put this file on the runtime path (for example ~/.config/nvim/plugin/hld.lua).
-- `hld` must be on the PATH, or set vim.g.hld_command to the command and its arguments.
local cmd = vim.g.hld_command or { 'hld', 'serve' }
local markers = { '.git' }

local function is_design(name)
  return name:lower():match('0[1-6][ab]?%-[%w-]+%.md$') ~= nil
end

if vim.lsp.config and vim.lsp.enable then
  -- 0.11 and later
  vim.lsp.config('hld', { cmd = cmd, filetypes = { 'markdown' }, root_markers = markers })
  vim.lsp.enable('hld')
else
  -- 0.7 to 0.10
  local clients = {}
  local function root_of(file)
    local dir = vim.fn.fnamemodify(file, ':p:h')
    local git = vim.fn.finddir('.git', dir .. ';')
    return git ~= '' and vim.fn.fnamemodify(git, ':p:h:h') or dir
  end
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'markdown',
    callback = function(event)
      local file = vim.api.nvim_buf_get_name(event.buf)
      if not is_design(file) then return end
      local root = root_of(file)
      local id = clients[root]
      if not id or not vim.lsp.get_client_by_id(id) then
        id = vim.lsp.start_client({ name = 'hld', cmd = cmd, root_dir = root })
        clients[root] = id
      end
      if id then vim.lsp.buf_attach_client(event.buf, id) end
    end,
  })
end
