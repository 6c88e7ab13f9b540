-- Drives Neovim (0.11 or newer, headless) with the server as docs/how-to/editor.md sets it up, and says what it saw:
-- `nvim --clean --headless -l drive_neovim.lua FOLDER`. `antiphon` is on the PATH; FOLDER is made.
local home = arg[1]
vim.fn.mkdir(home .. "/ü %41 x", "p")
home = home .. "/ü %41 x"
vim.fn.writefile({ "[tool.antiphon]" }, home .. "/pyproject.toml")
local faulty = {
  "from antiphon import respond",
  "",
  'sid = respond(200).text().insecure_cookie("sid", "😀é", same_site="none").compile()',
  "ok = respond(204).compile()",
  "x = ok",
}
local file = home .. "/declared.py"
vim.fn.writefile(faulty, file)
local said = {}
vim.lsp.handlers["window/logMessage"] = function(_, result) table.insert(said, result.message) end

vim.lsp.config("antiphon", { cmd = { "antiphon", "lsp" }, filetypes = { "python" }, root_markers = { "pyproject.toml" } })
vim.lsp.enable("antiphon")
print(vim.inspect(vim.version()):gsub("%s+", " "))

local function found(buffer)
  local seen = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(seen, string.format("%s %d:%d-%d:%d", one.code, one.lnum, one.col, one.end_lnum, one.end_col))
  end
  table.sort(seen)
  return table.concat(seen, ", ")
end
local function wait(what, condition)
  local done = vim.wait(60000, condition, 50)
  if not done then
    print("FAILED: " .. what .. "; found: " .. found(0) .. "; said: " .. table.concat(said, " / "))
    os.exit(1)
  end
end
local function shown(text)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      local lines = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
      if lines:find(text, 1, true) then return lines end
    end
  end
end
local function has(code) return function() return found(0):find(code, 1, true) ~= nil end end
local function hasnt(code) return function() return found(0):find(code, 1, true) == nil end end

vim.cmd.edit(vim.fn.fnameescape(file))
vim.bo.filetype = "python"
wait("opened", has("CK052"))
vim.wait(1000)
print("opened:", found(0), "encoding:", vim.lsp.get_clients()[1].offset_encoding)
local first = vim.tbl_filter(function(one) return one.code == "CK052" end, vim.diagnostic.get(0))[1]
print("link:", vim.inspect(first.user_data.lsp.codeDescription):gsub("%s+", " "))
print("covers:", vim.api.nvim_buf_get_text(0, first.lnum, first.col, first.end_lnum, first.end_col, {})[1])

vim.api.nvim_win_set_cursor(0, { 3, first.col + 2 })
vim.lsp.buf.hover()
wait("hover at a finding", function() return shown("same-site-none-without-secure") end)
print("hover at a finding: seen")
vim.cmd.fclose({ bang = true })
for _, place in ipairs({ { 4, 1 }, { 5, 4 } }) do
  vim.api.nvim_win_set_cursor(0, place)
  vim.lsp.buf.hover()
  wait("hover at a response", function() return shown("HTTP/1.1 204") end)
  print("hover at a response in line " .. place[1] .. ":", (shown("HTTP/1.1 204"):gsub("\n", " | ")))
  vim.cmd.fclose({ bang = true })
end

vim.api.nvim_buf_set_lines(0, 0, 0, false, { "import os" })
vim.wait(1500)
print("a line put above:", found(0))

vim.api.nvim_win_set_cursor(0, { 4, first.col + 2 })
vim.lsp.buf.code_action({ apply = true, filter = function(one) return one.title:find("CK052") ~= nil end })
wait("code action", function() return vim.fn.getline(4):find("insecure", 1, true) == nil end)
print("fixed:", vim.fn.getline(4))
vim.cmd.write()
wait("saved without the fault", hasnt("CK052"))
print("saved without the fault:", found(0))
vim.api.nvim_buf_set_lines(0, 0, -1, false, faulty)
vim.cmd.write()
wait("saved with the fault", has("CK052"))
vim.wait(1000)
print("saved with the fault:", found(0))
vim.cmd.write()
vim.wait(3000)
print("saved again, each once:", found(0))
vim.cmd.bdelete()
os.exit(0)
