"""What the tool tells an editor: findings as values, rendered late."""

from briefing.diagnostics.finding import Code, Diagnostic, Reading, Severity, Span, worst

__all__ = ["Code", "Diagnostic", "Reading", "Severity", "Span", "worst"]
