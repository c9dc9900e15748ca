;;; Drives the built server with Eglot, and writes what it saw as JSON.  -*- lexical-binding: t -*-
;; Debian's emacs-nox (28) with elpa-eglot (1.9), or Emacs 29 and newer, which brings Eglot along.

(require 'cl-lib)
(require 'json)
(require 'eglot)

(defvar seen nil)
(setq eglot-sync-connect 60
      eglot-connect-timeout 60
      eglot-confirm-server-initiated-edits nil
      enable-local-variables nil
      vc-handled-backends nil)

(defun see (key value) (push (cons key value) seen))

(defun wait-for (what ready)
  "Wait a minute at most until READY returns non-nil; say WHAT did not come when it does not."
  (let ((end (+ (float-time) 60)) found)
    (while (and (not (setq found (funcall ready))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless found (see 'timeout what))
    found))

(defun of-visit ()
  (cl-find-if (lambda (one) (string-match-p "treated here" (flymake-diagnostic-text one)))
              (flymake-diagnostics)))

(condition-case fault
    (progn
      ;; As docs/language-server.md says it.
      (add-to-list 'eglot-server-programs
                   `((markdown-mode (text-mode :language-id "markdown") (html-mode :language-id "html"))
                     . (,(getenv "CHAPERONE_NODE") ,(getenv "CHAPERONE_SERVER") "--stdio")))
      (setq-default eglot-workspace-configuration '(:chaperone (:strictness "standard")))
      (find-file (expand-file-name "jenna-reply.md" (getenv "CHAPERONE_FOLDER")))
      (text-mode)
      (apply #'eglot (eglot--guess-contact))
      (wait-for "diagnostics" (lambda () (flymake-start) (of-visit)))
      (let ((finding (of-visit)))
        (see 'underlined (buffer-substring-no-properties (flymake-diagnostic-beg finding)
                                                         (flymake-diagnostic-end finding)))
        (goto-char (flymake-diagnostic-beg finding))
        (see 'hover (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                           (eglot--TextDocumentPositionParams))
                                          :contents)
                               :value))
        (let* ((actions (eglot-code-actions (point) (point) "quickfix"))
               (preferred (cl-find-if (lambda (action) (eq t (plist-get action :isPreferred))) actions))
               (whole (if (plist-get preferred :edit) preferred
                        (jsonrpc-request (eglot-current-server) :codeAction/resolve preferred))))
          (see 'actions (length actions))
          (eglot--apply-workspace-edit (plist-get whole :edit))))
      ;; A person's pause does this; without a screen no idle timer runs.
      (eglot--signal-textDocument/didChange)
      (wait-for "the fix" (lambda () (flymake-start) (not (of-visit))))
      (see 'text (buffer-substring-no-properties (point-min) (point-max))))
  (error (see 'timeout (error-message-string fault))))

(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode seen) nil (getenv "CHAPERONE_OUT")))
(set-buffer-modified-p nil)
(kill-emacs 0)
