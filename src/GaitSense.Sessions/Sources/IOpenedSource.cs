namespace GaitSense.Sessions;

/// <summary>A source that holds something open: a file.</summary>
public interface IOpenedSource : ISampleSource, IDisposable;
