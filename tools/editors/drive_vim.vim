" Drives Vim with ALE as docs/how-to/editor.md sets it up, and writes what it saw to said.txt:
" `vim -N -u drive_vim.vim -i NONE -n --not-a-term declared.py < /dev/null` in a folder with a faulty declared.py and a
" pyproject.toml. `antiphon` is on the PATH, and ALE is installed as a package (Debian's vim-ale).
set encoding=utf-8 nomore shortmess+=A hidden
filetype plugin on
syntax enable
packadd! ale
packloadall
let g:ale_linters = {'python': ['antiphon']}
let g:ale_echo_delay = 0

function! AntiphonRoot(buffer) abort
  let l:file = ale#path#FindNearestFile(a:buffer, 'pyproject.toml')
  return empty(l:file) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:file, ':p:h')
endfunction
call ale#linter#Define('python', {'name': 'antiphon', 'lsp': 'stdio', 'executable': 'antiphon', 'command': '%e lsp', 'project_root': function('AntiphonRoot')})

function! s:Say(text) abort
  call writefile([a:text], 'said.txt', 'a')
endfunction
function! s:Found() abort
  return join(map(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.code . " " . v:val.lnum . ":" . v:val.col . "-" . get(v:val, "end_col", 0)'), ', ')
endfunction
function! s:Wait(what, expression) abort
  for l:turn in range(600)
    if eval(a:expression)
      return
    endif
    sleep 100m
  endfor
  call s:Say('FAILED: ' . a:what . '; found: ' . s:Found())
  qall!
endfunction
function! s:Shown() abort
  for l:window in range(1, winnr('$'))
    if getbufvar(winbufnr(l:window), '&filetype') =~# 'ale-preview'
      return join(getbufline(winbufnr(l:window), 1, '$'), ' | ')
    endif
  endfor
  return ''
endfunction
function! s:Drive(timer) abort
  call s:Say('Vim ' . v:versionlong . ', ALE ' . (exists('*ale#Version') ? ale#Version() : ''))
  call s:Wait('opened', 's:Found() =~# "CK052"')
  call s:Say('opened: ' . s:Found())
  let g:ale_hover_to_preview = 1
  call cursor(4, 2)
  ALEHover
  call s:Wait('hover at a response', 's:Shown() =~# "HTTP/1.1 204"')
  call s:Say('hover at a response: ' . s:Shown()[:80])
  call cursor(3, 35)
  ALEHover
  call s:Wait('hover at a finding', 's:Shown() =~# "same-site-none-without-secure"')
  call s:Say('hover at a finding: seen')
  call append(0, 'import os')
  doautocmd TextChanged
  sleep 2
  call s:Say('a line put above: ' . s:Found())
  call cursor(4, 35)
  call timer_start(3000, {-> feedkeys("1\<CR>", 't')})
  ALECodeAction
  call s:Wait('code action', 'getline(4) !~# "insecure"')
  call s:Say('fixed: ' . getline(4))
  silent write
  call s:Wait('saved', 's:Found() !~# "CK052"')
  call s:Say('saved: ' . s:Found())
  qall!
endfunction
autocmd VimEnter * call timer_start(500, function('s:Drive'))
