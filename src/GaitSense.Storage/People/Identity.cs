namespace GaitSense.Storage;

/// <summary>Who a person is. It is in the identity file alone, encrypted: never in the database, in results, exports or logs.</summary>
/// <param name="Name">The name.</param>
/// <param name="YearOfBirth">Year of birth; null: not known.</param>
/// <param name="Contact">How to reach them, or whom to call; may be empty.</param>
public sealed record Identity(string Name, int? YearOfBirth = null, string Contact = "")
{
    /// <summary>Nothing: a record that lands in a text by mistake tells nobody.</summary>
    public override string ToString() => "Identity";
}
