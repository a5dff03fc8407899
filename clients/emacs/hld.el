;;; hld.el --- HLD Language Server for eglot and lsp-mode  -*- lexical-binding: t; -*-
;; (load "hld.el"), then M-x eglot or M-x lsp in a file of a pack.

(defvar hld-command '("hld" "serve")
  "The command that starts the HLD Language Server, with its arguments.")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons '(markdown-mode gfm-mode) hld-command)))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(markdown-mode . "markdown"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () hld-command))
                    :activation-fn (lsp-activate-on "markdown")
                    :server-id 'hld)))

(provide 'hld)
;;; hld.el ends here
