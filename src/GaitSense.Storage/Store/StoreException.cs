using GaitSense.Core;

namespace GaitSense.Storage;

/// <summary>A store refuses or fails. The message is one line without any value of a person: what, where, and what to do.</summary>
public sealed class StoreException : GaitSenseException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">What kind of failure it is.</param>
    /// <param name="message">What failed, where, and what to do, without a final full stop.</param>
    /// <param name="cause">What the database said; null: nothing.</param>
    public StoreException(StoreFailure failure, string message, Exception? cause = null)
        : base(message, cause!) => Failure = failure;

    /// <summary>Creates an exception without facts.</summary>
    public StoreException()
        : this(StoreFailure.Unavailable, "the store cannot be used")
    {
    }

    /// <summary>Creates an exception without a kind.</summary>
    public StoreException(string message)
        : this(StoreFailure.Unavailable, message)
    {
    }

    /// <summary>Creates an exception without a kind, with its cause.</summary>
    public StoreException(string message, Exception innerException)
        : this(StoreFailure.Unavailable, message, innerException)
    {
    }

    /// <summary>What kind of failure it is.</summary>
    public StoreFailure Failure { get; }
}
