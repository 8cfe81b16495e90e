using Microsoft.Extensions.Logging;

namespace GaitSense.Clinic.Hosting;

/// <summary>The server's log as lines. Messages alone: what an exception says may have a value of a person in it.</summary>
/// <param name="write">Receives each line.</param>
internal sealed class LineLog(Action<string> write) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Lines(write, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Lines(Action<string> write, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            // Other people's messages may quote a request; ours do not.
            string line = category.StartsWith("GaitSense.", StringComparison.Ordinal) ? formatter(state, exception) : $"event {eventId.Name ?? eventId.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            write($"{logLevel}: {category.Split('.')[^1]}: {line}{(exception is null ? "" : " (" + exception.GetType().Name + ")")}");
        }
    }
}
