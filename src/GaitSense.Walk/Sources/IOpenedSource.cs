namespace GaitSense.Walk;

/// <summary>A source that holds something open: a file.</summary>
public interface IOpenedSource : IBlockSource, IDisposable;
