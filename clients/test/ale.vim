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
try
  let g:ale_linters_explicit = 1
  let g:ale_linters = {'markdown': ['hld']}
  let g:hld_executable = $HLD_EXECUTABLE
  packadd! ale
  filetype plugin on
  runtime! plugin/ale.vim
  execute 'source ' . $HLD_CONFIG
  call HldDefine()
  execute 'edit ' . $HLD_DOC
  ALELint
  call WaitFor('diagnostics', 'len(ale#engine#GetLoclist(bufnr("%"))) > 0')
  call add(g:out, 'DIAGNOSTICS ' . len(ale#engine#GetLoclist(bufnr('%'))))
  call add(g:out, 'PASS vim')
catch
  call add(g:out, 'FAIL ' . v:exception . ' at ' . v:throwpoint)
endtry
call writefile(g:out, $OUT)
if g:out[-1] =~# '^PASS' | qall! | else | cquit 1 | endif
