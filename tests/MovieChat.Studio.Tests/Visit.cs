using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MovieChat.Studio.Tests;

/// <summary>Somebody at the studio in a browser of their own, who clicks and types. What the browser complains of fails the test.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>A machine under load is slow: nothing here is timed.</summary>
    private const float Patience = 120_000;

    /// <summary>Which elements reach out of the window, the outermost first.</summary>
    private const string Widest =
        """
        () => {
          const found = [];
          const look = (root, path) => {
            for (const node of root.querySelectorAll('*')) {
              const name = `${path}${node.tagName.toLowerCase()}${node.id ? '#' + node.id : ''}`;
              if (node.getBoundingClientRect().right > innerWidth + 1) found.push(name);
              if (node.shadowRoot) look(node.shadowRoot, `${name} `);
            }
          };
          look(document, '');
          return found.slice(0, 12).join(', ');
        }
        """;

    /// <summary>Dialogs that reach out of themselves: what is behind them tells nothing of it.</summary>
    private const string WideDialogs =
        """
        () => {
          const found = [];
          const look = (root) => {
            for (const node of root.querySelectorAll('*')) {
              if (node.matches('dialog:modal') && (node.scrollWidth > node.clientWidth + 1 || node.getBoundingClientRect().right > innerWidth + 1)) found.push(node.innerText);
              if (node.shadowRoot) look(node.shadowRoot);
            }
          };
          look(document);
          return found.join('\n');
        }
        """;

    /// <summary>Behind a dialog nothing has to be pressed.</summary>
    private const string OutOfReach =
        """
        () => {
          const all = [];
          const collect = (root) => { for (const node of root.querySelectorAll('*')) { all.push(node); if (node.shadowRoot) collect(node.shadowRoot); } };
          const isIn = (node, outer) => { for (; node; node = node.assignedSlot ?? node.parentNode ?? node.host) if (node === outer) return true; return false; };
          const at = (x, y) => {
            let found = document.elementFromPoint(x, y);
            for (let inner; (inner = found?.shadowRoot?.elementFromPoint(x, y)) && inner !== found;) found = inner;
            return found;
          };
          collect(document);
          const dialog = all.findLast((node) => node.matches('dialog:modal'));
          const isShown = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.hidden-label, .skip') && (!dialog || isIn(node, dialog));
          return all.filter((node) => node.matches('a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary') && isShown(node)).flatMap((control) => {
            control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const [{ left, top, width, height }] = [...control.getClientRects()].sort((one, other) => other.width * other.height - one.width * one.height);
            const found = at(left + width / 2, top + height / 2);
            return found && isIn(found, control) ? [] : [`${control.outerHTML.slice(0, 120)} at ${Math.round(left)}, ${Math.round(top)} behind ${found?.outerHTML.slice(0, 120)}`];
          });
        }
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visit(IBrowserContext context, IPage page, Uri address) => (_context, Page, Address) = (context, page, address);

    public IPage Page { get; private set; }

    public Uri Address { get; }

    /// <summary>What the browser refused or failed at: errors of scripts, what the page's policy forbids, and requests to anybody else.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public IBrowserContext Context => _context;

    /// <summary>Opens the link that the service prints.</summary>
    public static Task<Visit> OpenAsync(Chromium chromium, Client writer, int width = 1400, int height = 900, bool isDark = false, string path = "/") => OpenAsync(chromium.Browser, writer, width, height, isDark, path);

    public static async Task<Visit> OpenAsync(IBrowser browser, Client writer, int width = 1400, int height = 900, bool isDark = false, string path = "/")
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light, AcceptDownloads = true });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var visit = new Visit(context, await context.NewPageAsync(), writer.Address);
        visit.Listen(visit.Page);
        await visit.Page.GotoAsync(new Uri(writer.Address, $"{path}#key={writer.Http.DefaultRequestHeaders.Authorization!.Parameter}").ToString());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return visit;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<Visit> AnotherTabAsync(string path)
    {
        var visit = new Visit(_context, await _context.NewPageAsync(), Address);
        visit.Listen(visit.Page);
        await visit.GoAsync(path);
        return visit;
    }

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(Address, path).ToString());

    public Task OpenAsync(string project, string document) => GoAsync($"/films/{project}/documents/{Uri.EscapeDataString(document)}");

    public ILocator Button(string name, bool isExact = true) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = isExact });

    public ILocator Link(string name, bool isExact = true) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = isExact });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    public ILocator Text(string text) => Page.GetByText(text);

    public async Task SeeAsync(string text)
    {
        try
        {
            await Page.GetByText(text).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            // What stands there instead tells more than a time that passed.
            Assert.Fail($"'{text}' does not come. On the page at {Page.Url}:\n{await Page.Locator("body").AriaSnapshotAsync()}");
        }
    }

    /// <summary>Nothing is wider than the window, which would have to be scrolled to the side.</summary>
    public async Task AssertFitsAsync(string where)
    {
        var (wide, width) = (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Page.ViewportSize!.Width);
        if (wide > width) Assert.Fail($"{where} is {wide} pixels wide and has {width}: {await Page.EvaluateAsync<string>(Widest)}");
        var dialogs = await Page.EvaluateAsync<string>(WideDialogs);
        Assert.True(dialogs.Length == 0, $"{where} has a dialog that must be scrolled to the side: {dialogs}");
    }

    /// <summary>The controls that nobody can press however they scroll, with what stands there instead.</summary>
    public Task<string[]> OutOfReachAsync() => Page.EvaluateAsync<string[]>(OutOfReach);

    public void AssertQuiet() => Assert.Empty(_complaints);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Listen(IPage page)
    {
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address.AbsoluteUri, StringComparison.Ordinal)) _complaints.Enqueue($"A request elsewhere: {request.Url}");
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Enqueue($"A dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // What the service answers with a problem is a test's own matter.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _complaints.Enqueue(message.Text);
        };
    }
}
