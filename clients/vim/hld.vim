" Vim with ALE. Put this file into ~/.vim/plugin/; `hld` must be on the PATH.
let g:hld_executable = get(g:, 'hld_executable', 'hld')

function! HldRoot(buffer) abort
  let l:git = finddir('.git', fnamemodify(bufname(a:buffer), ':p:h') . ';')
  return empty(l:git) ? fnamemodify(bufname(a:buffer), ':p:h') : fnamemodify(l:git, ':p:h:h')
endfunction

function! HldDefine() abort
  call ale#linter#Define('markdown', {
  \   'name': 'hld',
  \   'lsp': 'stdio',
  \   'executable': g:hld_executable,
  \   'command': '%e serve',
  \   'project_root': function('HldRoot'),
  \   'language': 'markdown',
  \})
endfunction

autocmd VimEnter * if exists('*ale#linter#Define') || !empty(globpath(&runtimepath, 'autoload/ale/linter.vim')) | call HldDefine() | endif
