namespace GaitSense.Clinic.Accounts;

/// <summary>The code of the first run: printed on the console, asked even on this computer, gone with the first account.</summary>
internal sealed class SetupCode
{
    /// <summary>The code; null: nobody may set up any more.</summary>
    public string? Code { get; private set; }

    /// <summary>Serialises set-ups: of two at once one is first.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Opens the first run.</summary>
    public void Open() => Code = ShortCode.New();

    /// <summary>It is done.</summary>
    public void Close() => Code = null;
}
