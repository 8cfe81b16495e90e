namespace GaitSense.Cli.App;

/// <summary>The arguments are well formed but make no sense together.</summary>
internal sealed class UsageException(string message) : Exception(message);
