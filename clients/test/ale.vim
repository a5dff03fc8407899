" Drives Vim and ALE through the shipped configuration.
set nocompatible hidden
let g:out = []
function! WaitFor(what, expr)
  let l:i = 0
  while !eval(a:expr) && l:i < 400
    sleep 50m
    let l:i += 1
  endwhile
  if !eval(a:expr) | throw 'timeout: ' . a:what | endif
endfunction
function! Preview()
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      let g:preview = join(getbufline(winbufnr(l:window), 1, '$'))
    endif
  endfor
  return g:preview =~# 'STEP-BY-STEP'
endfunction
function! Completed()
  let l:result = ale#completion#GetCompletionResult()
  return type(l:result) == v:t_list && len(l:result) > 0
endfunction
let g:preview = ''
let g:asked = ''
try
  let g:ale_linters_explicit = 1
  let g:ale_floating_preview = 0
  let g:ale_hover_to_preview = 1
  let g:ale_linters = {'markdown': ['hld']}
  let g:hld_executable = $HLD_EXECUTABLE
  packadd! ale
  filetype plugin on
  runtime! plugin/ale.vim
  " There is no insert mode here, and nobody to choose from a list.
  runtime! autoload/ale/util.vim
  function! ale#util#Mode(...) abort
    return 'i'
  endfunction
  function! ale#util#Input(message, value, ...) abort
    let g:asked = a:message
    return '1'
  endfunction
  execute 'source ' . $HLD_CONFIG
  call HldDefine()
  execute 'edit ' . $HLD_DOC
  ALELint
  call WaitFor('diagnostics', 'len(ale#engine#GetLoclist(bufnr("%"))) > 0')
  call add(g:out, 'DIAGNOSTICS ' . len(ale#engine#GetLoclist(bufnr('%'))))
  call cursor(3, 5)
  ALEHover
  call WaitFor('hover', 'Preview()')
  call add(g:out, 'HOVER ' . len(g:preview))
  pclose
  call append(line('$'), ['', ''])
  call cursor(line('$'), 1)
  call ale#completion#GetCompletions('ale-omnifunc')
  call WaitFor('completion', 'Completed()')
  let g:words = map(copy(ale#completion#GetCompletionResult()), {_, item -> item.word})
  if join(g:words) =~# '\${' | throw 'a snippet for an editor without' | endif
  call add(g:out, 'COMPLETION ' . len(g:words))
  call cursor(3, 1)
  let g:lines = line('$')
  call ale#codefix#Execute(0)
  call WaitFor('code action', 'line("$") > g:lines')
  call add(g:out, 'CODE ACTION ' . substitute(g:asked, "\n", ' | ', 'g'))
  call add(g:out, 'PASS vim')
catch
  call add(g:out, 'FAIL ' . v:exception . ' at ' . v:throwpoint)
endtry
call writefile(g:out, $OUT)
if g:out[-1] =~# '^PASS' | qall! | else | cquit 1 | endif
