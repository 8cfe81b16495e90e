using System.Text;

namespace GaitSense.Storage.Tests;

public sealed class IdentityTests : IDisposable
{
    private static readonly Guid Ann = Guid.NewGuid(), Ben = Guid.NewGuid();

    private readonly TestFolder _folder = new();

    private IdentityFile File => new(_folder["identity.json"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Identity_WithTheKey_ComesBackAndNoByteOfTheFileTellsIt()
    {
        IdentityKey key = IdentityKey.FromFile(_folder["conf", "identity.key"]);
        File.Save(Ann, new Identity("Anneliese Zwitscherling", 1961, "0170 1234567"), key);
        File.Save(Ben, new Identity("Ben"), key);
        IdentityKey again = IdentityKey.FromFile(_folder["conf", "identity.key"]);
        File.Find(Ann, again).ShouldBe(new Identity("Anneliese Zwitscherling", 1961, "0170 1234567"));
        File.Find(Guid.NewGuid(), again).ShouldBeNull();
        string text = System.IO.File.ReadAllText(_folder["identity.json"]);
        foreach (string word in (string[])["Anneliese", "1961", "1234567", Convert.ToBase64String(Encoding.UTF8.GetBytes("Anneliese"))[..10]]) text.ShouldNotContain(word);
        new Identity("Anneliese").ToString().ShouldNotContain("Anneliese");
        if (OperatingSystem.IsWindows()) return;
        foreach (string path in (string[])[_folder["identity.json"], _folder["conf", "identity.key"]]) System.IO.File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void AnotherKey_AnotherPassphraseAndDamage_AreSaidApart()
    {
        IdentityKey key = IdentityKey.FromFile(_folder["a.key"]);
        File.Save(Ann, new Identity("Ann"), key);
        File.Save(Ben, new Identity("Ben"), key);
        Failure(() => File.Find(Ann, IdentityKey.FromFile(_folder["b.key"]))).ShouldBe((StoreFailure.Unavailable, true));
        Failure(() => File.Find(Ann, IdentityKey.FromPassphrase("correct horse battery"))).Failure.ShouldBe(StoreFailure.Unavailable);
        // An entry put beside another id does not open.
        string text = System.IO.File.ReadAllText(_folder["identity.json"]);
        System.IO.File.WriteAllText(_folder["identity.json"], text.Replace(Ann.ToString(), "x", StringComparison.Ordinal).Replace(Ben.ToString(), Ann.ToString(), StringComparison.Ordinal).Replace("\"x\"", $"\"{Ben}\"", StringComparison.Ordinal));
        Failure(() => File.Find(Ann, key)).Failure.ShouldBe(StoreFailure.Damaged);
        System.IO.File.WriteAllText(_folder["identity.json"], text[..^20]);
        Failure(() => File.Find(Ann, key)).Failure.ShouldBe(StoreFailure.Damaged);
    }

    [Fact]
    public void Passphrase_OpensWhatItLocked()
    {
        File.Save(Ann, new Identity("Ann"), IdentityKey.FromPassphrase("correct horse battery"));
        File.Find(Ann, IdentityKey.FromPassphrase("correct horse battery"))!.Name.ShouldBe("Ann");
        Failure(() => File.Find(Ann, IdentityKey.FromPassphrase("correct horse batterx"))).ShouldBe((StoreFailure.Unavailable, false));
        Failure(() => IdentityKey.FromPassphrase("short")).Failure.ShouldBe(StoreFailure.Refused);
    }

    [Fact]
    public void Deletion_WithoutTheKey_TakesOneOut()
    {
        IdentityKey key = IdentityKey.FromFile(_folder["a.key"]);
        File.Save(Ann, new Identity("Ann"), key);
        File.Save(Ben, new Identity("Ben"), key);
        File.Delete([Ann]);
        File.Find(Ann, key).ShouldBeNull();
        File.Find(Ben, key)!.Name.ShouldBe("Ben");
    }

    [Fact]
    public void Key_ThatOthersMayRead_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        IdentityKey.FromFile(_folder["a.key"]);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(_folder["a.key"], UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Failure(() => IdentityKey.FromFile(_folder["a.key"])).Failure.ShouldBe(StoreFailure.Refused);
        Failure(() => IdentityKey.FromFile(_folder["none.key"], create: false)).Failure.ShouldBe(StoreFailure.NotFound);
    }

    private static (StoreFailure Failure, bool IsAboutAKey) Failure(Action action)
    {
        StoreException e = Should.Throw<StoreException>(action);
        return (e.Failure, e.Message.Contains("this key is another", StringComparison.Ordinal));
    }
}
